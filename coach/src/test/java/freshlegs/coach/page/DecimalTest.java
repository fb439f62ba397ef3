package freshlegs.coach.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalTest {
    @Test
    void every_number_reads_as_the_formatter_writes_it() {
        Random random = new Random(1);
        for (int i = -4_000; i <= 4_000; i++) {
            same(i / 200.0);
            same(i / 1000.0);
            same((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12)));
        }
        for (double number : new double[] {-0.0, 1e9, 1e18, 4.35, 1.005, 0.49999999999999994, Double.MIN_VALUE}) {
            same(number);
            same(-number);
        }
    }

    @Test
    void what_rounds_to_nought_has_no_minus() {
        assertThat(Decimal.text(1, -0.04, false)).isEqualTo("0.0");
        assertThat(Decimal.text(0, -0.5, false)).isEqualTo("−1");
        assertThat(Decimal.text(1, 0.04, true)).isEqualTo("+0.0");
    }

    @Test
    void what_is_no_number_is_said_to_be_none() {
        assertThat(Decimal.text(1, Double.NaN, false)).isEqualTo("NaN");
        assertThat(Decimal.text(1, Double.NEGATIVE_INFINITY, false)).isEqualTo("−Infinity");
    }

    private static void same(double number) {
        for (int decimals = 0; decimals < 4; decimals++) {
            assertThat(Decimal.text(decimals, number, false)).isEqualTo(Decimal.format(decimals, number, false));
            assertThat(Decimal.text(decimals, number, true)).isEqualTo(Decimal.format(decimals, number, true));
        }
    }
}
