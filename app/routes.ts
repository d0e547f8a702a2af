import { index, type RouteConfig } from '@react-router/dev/routes';

/** The site map: one line a screen, in the order a person meets them. */
export default [index('routes/home/route.tsx')] satisfies RouteConfig;
