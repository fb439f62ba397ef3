# Built by its user, from jars that the user's own build has made: ./freshlegs --version && docker-compose build
# (no image with these jars is published, see NOTICE).
FROM eclipse-temurin:17-jre
RUN groupadd --system freshlegs && useradd --system --gid freshlegs --home-dir /data freshlegs \
    && mkdir -p /data /opt/freshlegs && chown freshlegs:freshlegs /data
COPY app/target/app /opt/freshlegs
COPY docker/freshlegs /usr/local/bin/freshlegs
USER freshlegs
VOLUME /data
EXPOSE 8080 8081 8082
ENV FRESHLEGS_DATA=/data
ENTRYPOINT ["freshlegs"]
CMD ["--help"]
