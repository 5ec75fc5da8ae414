import administration from './administration';
import applications from './applications';
import parts from './parts';
import reports from './reports';
import shell from './shell';

export default { administration, applications, parts, reports, shell };
