package freshlegs.ingest.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KindTest {
    @Test
    void the_first_element_tells_whatever_stands_before_it() {
        assertThat(text("\uFEFF <?xml version='1.0'?>\n<!-- <gpx> --><x:TrainingCenterDatabase xmlns:x='y'>"))
                .isEqualTo(Kind.TCX);
        assertThat(text("<!DOCTYPE gpx [<!ENTITY a 'b'>]><gpx>")).isEqualTo(Kind.GPX);
        assertThat(Kind.of("<?xml version='1.0' encoding='UTF-16'?><gpx>".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo(Kind.GPX);
        assertThat(text("<kml>")).isEqualTo(Kind.XML);
        assertThat(text("<")).isEqualTo(Kind.XML);
        assertThat(text("<!-- never ends")).isEqualTo(Kind.XML);
    }

    @Test
    void bytes_tell_and_names_do_not() {
        assertThat(Kind.of(new byte[0])).isEqualTo(Kind.EMPTY);
        assertThat(text("PK\u0003\u0004")).isEqualTo(Kind.ZIP);
        assertThat(text("\u000e\u0010\u0000\u0000\u0000\u0000\u0000\u0000.FIT")).isEqualTo(Kind.FIT);
        assertThat(text("x".repeat(257) + "ustar")).isEqualTo(Kind.TAR);
        assertThat(text("%PDF-1.7")).isEqualTo(Kind.PDF);
        assertThat(text("{\"a\": 1}")).isEqualTo(Kind.JSON);
        assertThat(text("date,fatigue\n")).isEqualTo(Kind.TEXT);
        assertThat(text("\u0000\u0001\u0002")).isEqualTo(Kind.UNKNOWN);
        assertThat(Kind.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
                .isEqualTo(Kind.PICTURE);
        assertThat(Kind.of(new byte[] {0x1F, (byte) 0x8B, 8})).isEqualTo(Kind.GZIP);
    }

    private static Kind text(String text) {
        return Kind.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
