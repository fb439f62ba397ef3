package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
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

        assertThat(reasonFor(file)).isEqualTo("cut short: the file says 4,294,967,311 bytes, 22 are there");
    }

    @Test
    void a_header_that_the_watch_never_completed() throws IOException {
        assertThat(reasonFor(fit(new byte[0]))).isEqualTo("never finished: its header says that nothing was written");
    }

    @Test
    void twenty_million_messages_of_one_byte() throws IOException {
        byte[] content = Arrays.copyOf(MESSAGE_WITHOUT_FIELDS, 20_000_000);

        assertThat(reasonFor(fit(content))).isEqualTo("more than 2,000,000 messages");
    }

    @Test
    void thousands_of_definitions() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(5_000 * MESSAGE_WITHOUT_FIELDS.length);
        while (content.hasRemaining()) {
            content.put(MESSAGE_WITHOUT_FIELDS);
        }

        assertThat(reasonFor(fit(content.array()))).isEqualTo("more than 4,096 message definitions");
    }

    @Test
    void more_chained_parts_than_any_watch_writes() throws IOException {
        byte[] part = fit(MESSAGE_WITHOUT_FIELDS);
        ByteBuffer file = ByteBuffer.allocate(33 * part.length);
        while (file.hasRemaining()) {
            file.put(part);
        }

        assertThat(reasonFor(file.array())).isEqualTo("more than 32 chained parts");
    }

    @Test
    void a_file_that_takes_too_long() throws IOException {
        byte[] content = Arrays.copyOf(MESSAGE_WITHOUT_FIELDS, 100_000);
        Limits hurried = Limits.STANDARD.with(Limit.DECODE_SECONDS, 0);

        assertThat(new FitDecoder(hurried).decode(file(fit(content)), ORIGIN))
                .isEqualTo(new Decoded.Problem("too slow to read: given up after 0 s"));
    }

    @Test
    void every_truncation_and_thousands_of_flipped_bits_give_a_reason_or_facts() throws IOException {
        byte[] whole = Files.readAllBytes(RealFiles.file("formats/tormoder--Activity.fit"));
        for (int length = 0; length < whole.length; length++) {
            assertThat(reasonFor(Arrays.copyOf(whole, length))).isNotBlank();
        }
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            byte[] flipped = Arrays.copyOfRange(whole, 14, whole.length - 2);
            for (int bits = random.nextInt(8); bits >= 0; bits--) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertThat(new FitDecoder().decode(file(fit(flipped)), ORIGIN)).isNotNull();
        }
    }

    private String reasonFor(byte[] content) throws IOException {
        return ((Decoded.Problem) new FitDecoder().decode(file(content), ORIGIN)).reason();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("x.fit"), content);
    }

    /** A frame with right sizes and checksums around any content. */
    private static byte[] fit(byte[] content) {
        ByteBuffer file = ByteBuffer.allocate(14 + content.length + 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 14).put((byte) 0x20).putShort((short) 2132).putInt(content.length);
        file.put(".FIT".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0).put(content);
        Checksum checksum = new Checksum();
        checksum.add(file.array(), 0, file.position());
        return file.putShort((short) checksum.value()).array();
    }
}
