import { ElConfigProvider } from 'element-plus';
import { createPinia } from 'pinia';
import { createApp } from 'vue';

import App from './app.vue';
import { router } from './router';
import { i18n } from './words';

import 'element-plus/es/components/date-picker/style/css';
import 'element-plus/es/components/drawer/style/css';
import 'element-plus/es/components/option/style/css';
import 'element-plus/es/components/select/style/css';
import './theme';

createApp(App).component('ElConfigProvider', ElConfigProvider).use(createPinia()).use(i18n).use(router).mount('#app');
