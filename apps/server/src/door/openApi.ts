/** 接口说明 — OpenAPI 3.1 from the contracts at /api/openapi.json, to browse at /api/docs; nothing comes from outside. @source trust R10 */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { policyOf } from './headers.js';

export async function registerOpenApi(door: FastifyInstance): Promise<void> {
  await door.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '亩衡 Muheng',
        version: '1',
        description:
          '每个接口的 x-may 写明谁可以用（anyone 任何人，signed_in 已登录，其余为权限）。除 GET 外须带 x-csrf-token（见 whoAmI）。出错时返回 problem+json。',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-muheng' } } },
      security: [{ session: [] }],
    },
    transform: createJsonSchemaTransform({ skipList: [] }),
    transformObject: createJsonSchemaTransformObject({}),
  });
  await door.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { docExpansion: 'none', filter: true },
    staticCSP: false,
    // The page sets style attributes; it holds no data.
    uiHooks: {
      onRequest: async (request, reply) => {
        reply.header(
          'content-security-policy',
          policyOf(request.cspNonce).replace(/style-src [^;]*/, "style-src 'self' 'unsafe-inline'"),
        );
      },
    },
  });
  door.get('/api/openapi.json', { schema: { hide: true } }, () => door.swagger());
}
