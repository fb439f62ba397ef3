package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {
    private static final Origin ORIGIN =
            new Origin(AthleteId.of("anna"), Instant.parse("2026-11-01T00:00:00Z"), instant -> ZoneOffset.UTC);
    private static final byte[] MESSAGE_WITHOUT_FIELDS = {0x40, 0, 0, 20, 0, 0};

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @Test
    void no_bytes_at_all() throws IOException {
        assertThat(reasonFor(new byte[0])).isEqualTo("an empty file");
    }

    @Test
    void text_under_the_name_of_a_watch_file() throws IOException {
        assertThat(reasonFor("Dear coach,\nI ran today.".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("not a FIT file: it begins with text");
    }

    @Test
    void a_zip_archive_under_the_name_of_a_watch_file() throws IOException {
        assertThat(reasonFor(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}))
                .isEqualTo("not a FIT file: it begins with a zip archive");
    }

    @Test
    void a_header_that_claims_four_gigabytes() throws IOException {
        byte[] file = fit(MESSAGE_WITHOUT_FIELDS);
        Arrays.fill(file, 4, 8, (byte) 0xFF);
        file[12] = 0;
        file[13] = 0;

        assertThat(reasonFor(file))
                .isEqualTo("cut short: the file says 4,294,967,311 bytes, 22 are there,"
                        + " and nothing usable precedes the break");
    }

    @Test
    void a_header_that_the_watch_never_completed() throws IOException {
        assertThat(reasonFor(fit(new byte[0]))).isEqualTo("never finished: its header says that nothing was written");
    }

    @Test
    void twenty_million_messages_of_one_byte() throws IOException {
        byte[] content = Arrays.copyOf(MESSAGE_WITHOUT_FIELDS, 20_000_000);

        assertThat(reasonFor(fit(content)))
                .isEqualTo("more than 2,000,000 messages in one FIT file (the limit FRESHLEGS_LIMIT_MESSAGES)");
    }

    @Test
    void thousands_of_definitions() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(5_000 * MESSAGE_WITHOUT_FIELDS.length);
        while (content.hasRemaining()) {
            content.put(MESSAGE_WITHOUT_FIELDS);
        }

        assertThat(reasonFor(fit(content.array())))
                .isEqualTo("more than 4,096 message definitions in one FIT file"
                        + " (the limit FRESHLEGS_LIMIT_DEFINITIONS)");
    }

    @Test
    void more_chained_parts_than_any_watch_writes() throws IOException {
        byte[] part = fit(MESSAGE_WITHOUT_FIELDS);
        ByteBuffer file = ByteBuffer.allocate(33 * part.length);
        while (file.hasRemaining()) {
            file.put(part);
        }

        assertThat(reasonFor(file.array()))
                .isEqualTo("more than 32 chained parts in one FIT file (the limit FRESHLEGS_LIMIT_PARTS)");
    }

    @Test
    void a_file_that_takes_too_long() throws IOException {
        byte[] content = Arrays.copyOf(MESSAGE_WITHOUT_FIELDS, 100_000);
        Limits hurried = Limits.STANDARD.with(Limit.DECODE_SECONDS, 0);

        assertThat(new FitDecoder(hurried).decode(file(fit(content)), ORIGIN))
                .isEqualTo(new Decoded.Problem(
                        "more than 0 seconds spent reading one file (the limit FRESHLEGS_LIMIT_DECODE_SECONDS)"));
    }

    @Test
    void thousands_of_field_descriptions() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(100_000);
        content.put(definition(207, 3, 1, 2)).put(new byte[] {0, 0});
        content.put(definition(206, 0, 1, 2, 1, 1, 2, 2, 1, 2));
        for (int i = 0; i < 5_000; i++) {
            content.put(new byte[] {0, 0, (byte) i, 2});
        }

        assertThat(reasonFor(fit(Arrays.copyOf(content.array(), content.position()))))
                .isEqualTo("more than 256 developer fields in one FIT file"
                        + " (the limit FRESHLEGS_LIMIT_DEVELOPER_FIELDS)");
    }

    @Test
    void messages_of_255_fields_of_255_bytes() throws IOException {
        int[] fields = new int[3 * 255];
        for (int i = 0; i < 255; i++) {
            fields[3 * i] = i;
            fields[3 * i + 1] = 255;
            fields[3 * i + 2] = 13;
        }
        ByteBuffer content = ByteBuffer.allocate(20 << 20);
        content.put(definition(20, fields));
        byte[] message = new byte[1 + 255 * 255];
        while (content.remaining() >= message.length) {
            content.put(message);
        }

        assertThat(new FitDecoder().decode(file(fit(Arrays.copyOf(content.array(), content.position()))), ORIGIN))
                .isInstanceOf(Decoded.class);
    }

    @Test
    void developer_fields_that_nobody_described() throws IOException {
        byte[] definition = {0x60, 0, 0, 20, 0, 1, (byte) 253, 4, (byte) 0x86, 1, 7, 2, 9};
        ByteBuffer content = ByteBuffer.allocate(1_000).put(definition);
        for (int second = 0; second < 10; second++) {
            content.put(new byte[] {0, (byte) second, 0, 0, 64, 1, 2});
        }
        byte[] file = fit(Arrays.copyOf(content.array(), content.position()));

        assertThat(contentsOf(file).recordings())
                .singleElement()
                .satisfies(recording -> assertThat(recording.samples().size()).isEqualTo(10));
    }

    @Test
    void fields_smaller_than_their_type_and_fields_of_no_size() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(1_000);
        content.put(definition(20, 253, 4, 0x86, 3, 1, 0x86, 4, 0, 2, 5, 3, 0x86));
        for (int second = 0; second < 10; second++) {
            content.put(new byte[] {0, (byte) second, 0, 0, 64, 1, 2, 3, 4});
        }
        byte[] file = fit(Arrays.copyOf(content.array(), content.position()));

        assertThat(contentsOf(file).recordings())
                .singleElement()
                .satisfies(recording -> assertThat(recording.samples().size()).isEqualTo(10));
    }

    @Test
    void only_fields_of_no_size() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(1_000);
        content.put(definition(20, 3, 0, 2, 4, 0, 2));

        assertThat(reasonFor(fit(content.array()))).startsWith("damaged after 26 bytes: a message does not fit");
    }

    @Test
    void an_endless_chain_of_headers_that_claim_nothing() throws IOException {
        byte[] part = fit(new byte[0]);
        ByteBuffer file = ByteBuffer.allocate(1_000 * part.length);
        while (file.hasRemaining()) {
            file.put(part);
        }

        assertThat(reasonFor(file.array()))
                .isEqualTo("more than 32 chained parts in one FIT file (the limit FRESHLEGS_LIMIT_PARTS)");
    }

    private String reasonFor(byte[] content) throws IOException {
        return ((Decoded.Problem) new FitDecoder().decode(file(content), ORIGIN)).reason();
    }

    private Decoded.Contents contentsOf(byte[] content) throws IOException {
        return (Decoded.Contents) new FitDecoder().decode(file(content), ORIGIN);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("x.fit"), content);
    }

    /** Of local message 0; {@code fields} are numbers, sizes and types in turn. */
    private static byte[] definition(int message, int... fields) {
        ByteBuffer definition = ByteBuffer.allocate(6 + fields.length);
        definition.put(new byte[] {0x40, 0, 0, (byte) message, (byte) (message >> 8), (byte) (fields.length / 3)});
        for (int field : fields) {
            definition.put((byte) field);
        }
        return definition.array();
    }

    private static byte[] fit(byte[] content) {
        return AFitFile.around(content);
    }
}
