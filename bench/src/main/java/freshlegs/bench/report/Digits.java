package freshlegs.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers with as many digits as a measurement deserves. */
final class Digits {
    private static final MathContext THREE = new MathContext(3);
    private static final double WHOLE_FROM = 1000;

    private Digits() {}

    static String of(double number) {
        if (!Double.isFinite(number)) {
            return "-";
        }
        if (Math.abs(number) >= WHOLE_FROM) {
            return Long.toString(Math.round(number));
        }
        BigDecimal short3 = new BigDecimal(number).round(THREE);
        return short3.signum() == 0 ? "0" : short3.stripTrailingZeros().toPlainString();
    }
}
