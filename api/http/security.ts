import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../../temporal/config';

/** The origin that map tiles come from, with `*` where the address names several hosts by `{s}`. */
function tilesOrigin(tilesUrl: string | undefined): string[] {
  return tilesUrl ? [tilesUrl.replace('{s}.', '*.').replace(/^(https?:\/\/[^/]+).*$/, '$1')] : [];
}

/**
 * Security headers. Scripts only from here; the console and the queue board also set styles by script,
 * which their component libraries need.
 */
export function security(config: Config, { inlineStyles = false, base = false } = {}): RequestHandler {
  const https = config.publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: inlineStyles ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tilesOrigin(config.tilesUrl)],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: [base ? "'self'" : "'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  });
}
