import administration from './administration';
import applications from './applications';
import office from './office';
import parts from './parts';
import remedies from './remedies';
import reports from './reports';
import shell from './shell';

export default { administration, applications, office, parts, remedies, reports, shell };
