# Built by its user, from jars that the user's own build has made: ./freshlegs --version && docker-compose build
# (no image with these jars is published, see NOTICE). It writes to /data, which is the container's own, to /shared, which several may
# share, and to /tmp: the rest may be read-only. docs/containers.md says more.
FROM eclipse-temurin:17-jre
# By number, so that a cluster which refuses root can see that it is none.
RUN groupadd --gid 10001 freshlegs && useradd --uid 10001 --gid freshlegs --no-create-home --home-dir /data freshlegs \
    && mkdir -p /data /shared /opt/freshlegs && chown freshlegs:freshlegs /data /shared
COPY app/target/app /opt/freshlegs
COPY docker/freshlegs /usr/local/bin/freshlegs
USER 10001:10001
VOLUME /data
EXPOSE 8080 8081 8082
ENV FRESHLEGS_DATA=/data
ENTRYPOINT ["freshlegs"]
CMD ["--help"]
