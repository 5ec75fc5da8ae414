import { ElConfigProvider } from 'element-plus';
import { createPinia } from 'pinia';
import { createApp } from 'vue';

import { Refusal } from './api/refusal';
import App from './app.vue';
import { router } from './router';
import { use_trouble } from './stores/trouble';
import { i18n } from './words';

import 'element-plus/es/components/date-picker/style/css';
import 'element-plus/es/components/drawer/style/css';
import 'element-plus/es/components/option/style/css';
import 'element-plus/es/components/select/style/css';
import './theme';

const app = createApp(App).component('ElConfigProvider', ElConfigProvider).use(createPinia()).use(i18n).use(router);

// Whatever no form and no list has taken.
function taken(error: unknown): boolean {
  if (!(error instanceof Refusal)) return false;
  use_trouble().tell(error);
  return true;
}
app.config.errorHandler = (error) => {
  if (!taken(error)) console.error(error);
};
window.addEventListener('unhandledrejection', (event) => {
  if (taken(event.reason)) event.preventDefault();
});
app.mount('#app');
