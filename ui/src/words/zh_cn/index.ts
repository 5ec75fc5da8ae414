import administration from './administration';
import applications from './applications';
import letters from './letters';
import office from './office';
import parts from './parts';
import remedies from './remedies';
import reports from './reports';
import settings from './settings';
import shell from './shell';

export default { administration, applications, letters, office, parts, remedies, reports, settings, shell };
