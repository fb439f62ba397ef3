package freshlegs.ingest.original;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Original files in a bucket. Every request ends: tried thrice at most, and within a time that grows with the content. */
final class S3Store implements OriginalStore {
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final long BYTES_A_SECOND = 1L << 20;
    private static final int NOT_FOUND = 404;

    private final Bucket bucket;
    private final S3Client client;

    S3Store(Bucket bucket) {
        this.bucket = bucket;
        this.client = client(bucket);
    }

    /** Plain requests that every such storage knows; nothing is read from files or variables of Amazon's own tools. */
    private static S3Client client(Bucket bucket) {
        var builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(SILENCE)
                        .proxyConfiguration(ProxyConfiguration.builder()
                                .useEnvironmentVariablesValues(false)
                                .build())
                        .build())
                .region(Region.of(bucket.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(bucket.key(), bucket.secret())))
                .forcePathStyle(bucket.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .overrideConfiguration(settings -> settings.apiCallTimeout(ANSWER)
                        .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                                .maxAttempts(MOST_ATTEMPTS)
                                .build())
                        .defaultProfileFile(ProfileFile.aggregator().build()));
        bucket.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    @Override
    public void put(String sha256, Path file) throws IOException {
        Duration time = ANSWER.plusSeconds(Files.size(file) / BYTES_A_SECOND);
        ask(() -> client.putObject(
                request -> {
                    request.bucket(bucket.name().bucket())
                            .key(name(sha256))
                            .overrideConfiguration(own -> own.apiCallTimeout(time));
                    bucket.encryption().ifPresent(request::serverSideEncryption);
                },
                RequestBody.fromFile(file)));
    }

    @Override
    public Optional<InputStream> open(String sha256) throws IOException {
        return known(() -> client.getObject(
                request -> request.bucket(bucket.name().bucket()).key(name(sha256))));
    }

    @Override
    public boolean has(String sha256) throws IOException {
        return known(() -> client.headObject(
                        request -> request.bucket(bucket.name().bucket()).key(name(sha256))))
                .isPresent();
    }

    @Override
    public void delete(String sha256) throws IOException {
        ask(() -> client.deleteObject(
                request -> request.bucket(bucket.name().bucket()).key(name(sha256))));
    }

    @Override
    public List<String> all() throws IOException {
        return ask(() -> {
            List<String> hashes = new ArrayList<>();
            int prefix = bucket.name().prefix().length();
            for (S3Object object : client.listObjectsV2Paginator(
                            request -> request.bucket(bucket.name().bucket())
                                    .prefix(bucket.name().prefix()))
                    .contents()) {
                hashes.add(object.key().substring(prefix));
            }
            hashes.removeIf(name -> !name.matches("[0-9a-f]{64}"));
            hashes.sort(null);
            return hashes;
        });
    }

    /** Whether the bucket is there and answers us; thrown in words otherwise. */
    void check() throws IOException {
        ask(() -> client.headBucket(request -> request.bucket(bucket.name().bucket())));
    }

    /** Whether what is deleted stays there as an older version. */
    boolean keepsVersions() throws IOException {
        return ask(() -> client.getBucketVersioning(
                                request -> request.bucket(bucket.name().bucket()))
                        .status())
                == BucketVersioningStatus.ENABLED;
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return bucket.toString();
    }

    private String name(String sha256) {
        return bucket.name().prefix() + sha256;
    }

    private <T> Optional<T> known(Supplier<T> request) throws IOException {
        return ask(() -> {
            try {
                return Optional.of(request.get());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    private <T> T ask(Supplier<T> request) throws IOException {
        try {
            return request.get();
        } catch (AwsServiceException e) {
            throw new IOException(bucket + " refuses: " + refusal(e), e);
        } catch (SdkException e) {
            throw new IOException(bucket + " does not answer", e);
        }
    }

    private static String refusal(AwsServiceException e) {
        Optional<String> code = Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode);
        return code.orElseGet(() -> e.statusCode() == NOT_FOUND ? "no such bucket" : "status " + e.statusCode());
    }
}
