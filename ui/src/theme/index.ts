import '@portal/tokens.css';
import '@portal/report.css';
import './ground.css';
import './shell.css';
import './parts.css';
import './element.css';
import './print.css';
