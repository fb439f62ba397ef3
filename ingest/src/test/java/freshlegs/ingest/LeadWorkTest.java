package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadWorkTest {
    /** Files that came while the broker was away for ten minutes must not wait for forty more. */
    @ParameterizedTest
    @CsvSource({"0, 20", "4, 20", "50, 200", "250, 1000", "10000, 1000", "600000, 1000"})
    void a_long_look_makes_looks_rarer_but_an_outage_does_not(long took, long wait) {
        assertThat(LeadWork.waitAfter(took)).isEqualTo(wait);
    }
}
