import { defineConfig } from 'astro/config';

export default defineConfig({ base: '/site1/site/', telemetry: false, devToolbar: { enabled: false } });
