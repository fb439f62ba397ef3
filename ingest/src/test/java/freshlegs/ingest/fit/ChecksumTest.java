package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    /** The check value of CRC-16/ARC. */
    @Test
    void nine_digits_have_the_checksum_that_is_known_of_them() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(of(digits, digits.length)).isEqualTo(0xBB3D);
    }

    @Test
    void pieces_of_any_length_make_the_checksum_of_the_whole() {
        byte[] bytes = new byte[100];
        new Random(1).nextBytes(bytes);
        for (int first = 0; first <= bytes.length; first++) {
            Checksum inPieces = new Checksum();
            inPieces.add(bytes, 0, first);
            for (int i = first; i < bytes.length; i++) {
                inPieces.add(bytes, i, 1);
            }
            assertThat(inPieces.value()).isEqualTo(of(bytes, bytes.length));
        }
    }

    private static int of(byte[] bytes, int length) {
        Checksum checksum = new Checksum();
        checksum.add(bytes, 0, length);
        return checksum.value();
    }
}
