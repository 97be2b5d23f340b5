# One of the three services as an image: docker build --build-arg SERVICE=channel-adapters|command-service|query-service .
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
ARG SERVICE
RUN test -n "$SERVICE" && mvn -B -ntp -pl "$SERVICE" -am -DskipTests package
RUN java -Djarmode=tools -jar "$SERVICE"/target/"$SERVICE"-*-exec.jar extract --layers --destination /layers \
    && mv /layers/application/"$SERVICE"-*-exec.jar /layers/application/service.jar

FROM eclipse-temurin:25-jre
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 hub && useradd --uid 10001 --gid hub --no-create-home --shell /usr/sbin/nologin hub \
    && mkdir /data && chown hub:hub /data
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
COPY --from=build /src/deploy/start ./
COPY --from=build /src/views ./views
USER hub
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["/app/start"]
