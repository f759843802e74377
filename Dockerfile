FROM node:22-bookworm-slim AS build
WORKDIR /app
# The packages of the lock files first: this layer changes seldom.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY admin-ui/package.json admin-ui/package-lock.json admin-ui/
RUN npm ci --include=dev --prefix admin-ui
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
# Temporal's native core verifies certificates with the system's.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# The API serves the console from here.
COPY --from=build /app/dist/admin-ui admin-ui
# A new volume takes the owner of the folder that it is mounted on.
RUN install -d -o node -g node -m 750 /data
USER node
EXPOSE 8080
CMD ["node", "dist/api/main.js"]
