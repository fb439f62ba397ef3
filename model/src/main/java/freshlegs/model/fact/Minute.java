package freshlegs.model.fact;

import java.util.OptionalDouble;

/**
 * One window of a session, a minute long unless the session is very long. Speed and gradient are means over the moving time;
 * {@code speedVariationPercent} is the coefficient of variation of the grade-adjusted speed inside the window.
 */
public record Minute(
        int startSecond,
        double movingShare,
        double gradeAdjustedSpeedMetresPerSecond,
        double speedVariationPercent,
        double gradePercent,
        OptionalDouble heartRateBpm,
        double heartRateValidShare,
        OptionalDouble temperatureCelsius) {}
