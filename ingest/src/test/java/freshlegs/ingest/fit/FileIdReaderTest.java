package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.fit.FileIdReader.Writer;
import freshlegs.model.fact.HeartRateSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileIdReaderTest {
    private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");

    @Test
    void a_file_says_who_wrote_it_even_when_it_is_cut_short() throws IOException {
        byte[] whole = written(FileIdReader.GARMIN, 3_456_789_012L);

        Writer expected =
                new Writer(FileIdReader.GARMIN, OptionalLong.of(3_456_789_012L), Optional.of("Forerunner 265"));
        assertThat(read(whole)).contains(expected);
        assertThat(read(Arrays.copyOf(whole, 100))).contains(expected);
        assertThat(read(Arrays.copyOf(whole, 20))).isEmpty();
    }

    @Test
    void real_files_say_the_serial_number_that_the_sdk_reads() throws IOException {
        for (RealFiles.Listed listed : RealFiles.all()) {
            Optional<Writer> writer = read(Files.readAllBytes(listed.path()));
            if (listed.decodes() && !listed.text("serial").isEmpty()) {
                assertThat(writer.orElseThrow().serial())
                        .as(listed.name())
                        .hasValue(Long.parseLong(listed.text("serial")));
            }
        }
    }

    @Test
    void no_serial_number_is_none() throws IOException {
        assertThat(read(written(FileIdReader.WAHOO, 0)).orElseThrow().serial()).isEmpty();
    }

    @Test
    void the_other_byte_order_and_developer_fields_are_read_too() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(100);
        file.put((byte) 12).put((byte) 0x10).putShort((short) 0).putInt(0);
        file.put(".FIT".getBytes(StandardCharsets.US_ASCII));
        file.put((byte) 0x63).put((byte) 0).put((byte) 1).putShort((short) 0);
        file.put((byte) 2).put(new byte[] {1, 2, (byte) 0x84, 3, 4, (byte) 0x8C});
        file.put((byte) 1).put(new byte[] {0, 1, 0});
        file.put((byte) 3).putShort((short) FileIdReader.WAHOO).putInt(0x01020304);

        assertThat(read(file.array()))
                .contains(new Writer(FileIdReader.WAHOO, OptionalLong.of(0x01020304), Optional.empty()));
    }

    @Test
    void anything_else_says_nothing_and_breaks_nothing() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read("Dear watch, how do you do?".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        byte[] whole = written(FileIdReader.GARMIN, 1);
        Random random = new Random(20260610);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(120));
            for (int hit = random.nextInt(8); hit >= 0 && damaged.length > 0; hit--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(read(damaged)).isNotNull();
        }
    }

    private static Optional<Writer> read(byte[] file) throws IOException {
        return FileIdReader.read(new ByteArrayInputStream(file));
    }

    private static byte[] written(int manufacturer, long serial) {
        WrittenDevice device = new WrittenDevice(manufacturer, 4257, "Forerunner 265", serial, HeartRateSource.WRIST);
        return FitEncoder.encode(new WrittenMonitoring(device, NOW.minus(Duration.ofHours(8)), NOW, 0, 51, 49));
    }
}
