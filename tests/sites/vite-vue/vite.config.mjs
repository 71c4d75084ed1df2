import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const isCustomElement = (tag) => tag.startsWith('yen-lens');

export default defineConfig({ base: './', plugins: [vue({ template: { compilerOptions: { isCustomElement } } })], logLevel: 'warn' });
