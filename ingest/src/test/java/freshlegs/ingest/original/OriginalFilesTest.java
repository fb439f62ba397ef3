package freshlegs.ingest.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalFilesTest {
    private static final String PREFIX = "athletes/files/";

    @SuppressWarnings("NullAway.Init")
    private static AnObjectStorage storage;

    private final Path data;

    OriginalFilesTest(@TempDir Path data) {
        this.data = data;
    }

    @BeforeAll
    static void startStorage(@TempDir Path folder) throws IOException {
        storage = AnObjectStorage.started(folder);
    }

    @AfterAll
    static void stopStorage() {
        if (storage != null) {
            storage.close();
        }
    }

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(data.resolve("spool/blobs"));
        Files.createDirectories(data.resolve("spool/tmp"));
    }

    @Test
    void a_file_is_in_the_bucket_when_it_is_kept_and_once_only() throws IOException {
        try (OriginalFiles files = inBucket()) {
            String hash = keep(files, "once");
            keep(files, "once");

            assertThat(storage.names()).containsOnlyOnce(PREFIX + hash);
            assertThat(files.has(hash)).isTrue();
            assertThat(files.all()).contains(hash);
            assertThat(files.where()).contains("s3://originals/athletes/files/").doesNotContain("secret");
        }
    }

    @Test
    void copies_go_when_nobody_needs_them_and_come_back_for_work() throws IOException {
        try (OriginalFiles files = inBucket()) {
            String hash = keep(files, "worked on");
            Instant later = Instant.now().plus(OriginalFiles.IDLE).plusSeconds(60);

            files.handOn(worked -> true, later);
            assertThat(copy(hash)).as("worked on").exists();
            files.handOn(worked -> false, Instant.now());
            assertThat(copy(hash)).as("just asked for").exists();
            files.handOn(worked -> false, later);

            assertThat(copy(hash)).doesNotExist();
            assertThat(text(files.open(hash))).isEqualTo("worked on");
            assertThat(files.onDisk(hash)).isEqualTo(copy(hash)).hasContent("worked on");
        }
    }

    @Test
    void a_look_leaves_nothing_behind() throws IOException {
        try (OriginalFiles files = inBucket()) {
            String hash = keep(files, "looked at");
            files.handOn(worked -> false, Instant.now().plus(Duration.ofHours(1)));

            Path lent;
            try (OriginalFiles.Lent look = files.lend(hash).orElseThrow()) {
                lent = look.path();
                assertThat(lent).hasContent("looked at");
            }

            assertThat(lent).doesNotExist();
            assertThat(copy(hash)).doesNotExist();
            assertThat(files.lend(ContentHash.of(bytes("never kept")))).isEmpty();
        }
    }

    @Test
    void while_the_bucket_is_away_files_stay_here_and_are_handed_on_when_it_is_back() throws IOException {
        try (OriginalFiles files = inBucket()) {
            String hash;
            storage.goesAway();
            try {
                hash = keep(files, "meanwhile");
                files.handOn(worked -> false, Instant.now().plus(Duration.ofHours(1)));

                assertThat(copy(hash)).hasContent("meanwhile");
                assertThat(files.owed()).isEqualTo(1);
                assertThatThrownBy(() -> files.delete(hash)).isInstanceOf(IOException.class);
                keep(files, "meanwhile");
                assertThatThrownBy(files::check).hasMessageContaining("does not answer");
            } finally {
                storage.comesBack();
            }
            assertThat(files.owedSince(Instant.now().plusSeconds(60), 5)).containsExactly(hash);
            files.handOn(worked -> false, Instant.now());

            assertThat(files.owed()).isZero();
            assertThat(files.owedSince(Instant.now().plusSeconds(60), 5)).isEmpty();
            assertThat(storage.names()).contains(PREFIX + hash);
        }
    }

    @Test
    void what_lay_in_the_folder_before_there_was_a_bucket_moves_there() throws IOException {
        String hash;
        try (OriginalFiles files = OriginalFiles.in(data)) {
            hash = keep(files, "from before");
            assertThat(files.owedSince(Instant.now().plusSeconds(60), 5)).isEmpty();
        }
        try (OriginalFiles files = inBucket()) {
            files.handOn(worked -> false, Instant.now().plus(Duration.ofHours(1)));

            assertThat(copy(hash)).doesNotExist();
            assertThat(text(files.open(hash))).isEqualTo("from before");
        }
    }

    @Test
    void what_is_deleted_is_gone_everywhere() throws IOException {
        try (OriginalFiles files = inBucket()) {
            String hash = keep(files, "to go");

            files.delete(hash);
            files.delete(hash);

            assertThat(files.has(hash)).isFalse();
            assertThat(copy(hash)).doesNotExist();
            assertThat(storage.names()).doesNotContain(PREFIX + hash);
        }
    }

    @Test
    void content_that_the_storage_spoilt_is_not_worked_on() throws IOException {
        try (OriginalFiles files = inBucket()) {
            String hash = keep(files, "to be spoilt");
            files.handOn(worked -> false, Instant.now().plus(Duration.ofHours(1)));
            Files.writeString(storage.behind(PREFIX + hash), "spoilt");

            assertThatThrownBy(() -> files.onDisk(hash)).hasMessageContaining("gives other content");
            assertThat(copy(hash)).doesNotExist();

            keep(files, "to be spoilt");
            assertThat(storage.behind(PREFIX + hash)).as("handed over again").hasContent("to be spoilt");
        }
    }

    @Test
    void a_bucket_that_is_not_ours_is_named_and_the_secret_is_not() throws IOException {
        try (OriginalFiles stranger =
                        OriginalFiles.in(data, Optional.of(storage.bucket("another-secret", "originals", "files")));
                OriginalFiles nowhere = OriginalFiles.in(
                        data, Optional.of(storage.bucket("a-secret-that-nobody-prints", "nowhere", "files")))) {
            assertThatThrownBy(stranger::check)
                    .hasMessageContaining("s3://originals/files/")
                    .hasMessageContaining("refuses")
                    .hasMessageNotContaining("another-secret");
            assertThatThrownBy(nowhere::check).hasMessageContaining("NoSuchBucket");

            String hash = keep(stranger, "refused there");

            assertThat(copy(hash)).hasContent("refused there");
        }
    }

    @Test
    void a_folder_alone_keeps_what_it_has() throws IOException {
        try (OriginalFiles files = OriginalFiles.in(data)) {
            String hash = keep(files, "here");

            files.handOn(worked -> false, Instant.now().plus(Duration.ofHours(1)));
            files.check();

            assertThat(copy(hash)).hasContent("here");
            assertThat(files.all()).containsExactly(hash);
            assertThat(files.owed()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bucket", "s3://", "s3://B", "s3://a/../b?c", "https://a/b", "s3://bucket//x"})
    void an_address_that_names_no_bucket_is_refused(String address) {
        assertThatThrownBy(() -> Bucket.Name.of(address)).hasMessageContaining("s3://bucket/prefix");
    }

    @Test
    void an_address_names_a_bucket_and_what_names_begin_with() {
        assertThat(Bucket.Name.of("s3://club")).isEqualTo(new Bucket.Name("club", ""));
        assertThat(Bucket.Name.of("s3://club/")).isEqualTo(new Bucket.Name("club", ""));
        assertThat(Bucket.Name.of("s3://club/a/b/")).isEqualTo(new Bucket.Name("club", "a/b/"));
    }

    private OriginalFiles inBucket() {
        return OriginalFiles.in(data, Optional.of(storage.bucket()));
    }

    private String keep(OriginalFiles files, String content) throws IOException {
        Path temporary = data.resolve("spool/tmp").resolve(UUID.randomUUID() + ".tmp");
        Files.write(temporary, bytes(content));
        String hash = ContentHash.of(bytes(content));
        files.keep(hash, temporary);
        return hash;
    }

    private Path copy(String hash) {
        return data.resolve("spool/blobs").resolve(hash);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Optional<InputStream> content) throws IOException {
        try (InputStream in = content.orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
