package freshlegs.coach.page;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The units that somebody reads in. Everything is kept in metres, seconds a kilometre and degrees Celsius and becomes miles, minutes a
 * mile and degrees Fahrenheit only where it is shown. Repeats on the track and the names of races stay metric, as runners say them
 * everywhere.
 */
public enum Units {
    METRIC("metric", "km", 1000),
    IMPERIAL("imperial", "mi", 1609.344);

    private static final int METRES_PER_KILOMETRE = 1000;
    /** Up to here a stretch is run on the track and said in metres. */
    private static final int TRACK_METRES = 2000;

    private static final Pattern PACE = Pattern.compile("(\\d+:\\d\\d)(?:( to |-)(\\d+:\\d\\d))? ?/km\\b");
    private static final Pattern KILOMETRES = Pattern.compile("\\b(?!(?:1|2|3|5|10) km)(\\d+(?:\\.\\d+)?) km\\b");
    private static final Pattern CELSIUS = Pattern.compile("([−-]?\\d+(?:\\.\\d+)?) °C");

    private final String key;
    private final String distanceUnit;
    private final double metres;

    Units(String key, String distanceUnit, double metres) {
        this.key = key;
        this.distanceUnit = distanceUnit;
        this.metres = metres;
    }

    /** As a cookie and a form name them. */
    public String key() {
        return key;
    }

    /** Those of a key; metric ones without a known key. */
    public static Units of(String key) {
        return IMPERIAL.key.equals(key) ? IMPERIAL : METRIC;
    }

    /** {@code km} or {@code mi}. */
    public String distanceUnit() {
        return distanceUnit;
    }

    /** Metres as kilometres or miles. */
    public double distanceOf(double inMetres) {
        return inMetres / metres;
    }

    /** Such as {@code 10.2 km} or {@code 6.4 mi}. */
    public String distance(double inMetres) {
        return Numbers.one(distanceOf(inMetres)) + " " + distanceUnit;
    }

    /** A part of a workout, such as {@code 400 m}, {@code 3 km} or {@code 1.9 mi}. */
    String stretch(int inMetres) {
        return this == METRIC || inMetres <= TRACK_METRES ? Piece.distance(inMetres) : distance(inMetres);
    }

    /** Such as {@code /km}. */
    public String perDistance() {
        return "/" + distanceUnit;
    }

    /** Seconds a kilometre as seconds a kilometre or a mile. */
    public double paceOf(double secondsPerKilometre) {
        return secondsPerKilometre * metres / METRES_PER_KILOMETRE;
    }

    /** A pace in seconds a kilometre, such as {@code 5:10} or {@code 8:19}; without its unit. */
    public String pace(double secondsPerKilometre) {
        return Numbers.clock((int) Math.round(paceOf(secondsPerKilometre)));
    }

    /** Degrees Celsius, such as {@code 27 °C} or {@code 81 °F}. */
    public String temperature(double celsius) {
        return this == METRIC ? Numbers.whole(celsius) + " °C" : Numbers.whole(celsius * 9 / 5 + 32) + " °F";
    }

    /** A number that stands beside its unit, which is turned if it is {@code km}. */
    String quantity(double number, String unit) {
        return unit.equals("km") && this == IMPERIAL
                ? Numbers.one(distanceOf(number * METRES_PER_KILOMETRE)) + " " + distanceUnit
                : Numbers.plain(number) + " " + unit;
    }

    /** A sentence that was made in metric units. */
    public String prose(String sentence) {
        if (this == METRIC) {
            return sentence;
        }
        String paced = replace(
                PACE,
                sentence,
                seen -> pace(seconds(seen.group(1)))
                        + (seen.group(3) == null ? "" : seen.group(2) + pace(seconds(seen.group(3)))) + " "
                        + perDistance());
        String measured =
                replace(KILOMETRES, paced, seen -> distance(Double.parseDouble(seen.group(1)) * METRES_PER_KILOMETRE));
        return replace(
                CELSIUS,
                measured,
                warm -> temperature(Double.parseDouble(warm.group(1).replace('−', '-'))));
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(by);
    }

    private static int seconds(String clock) {
        String[] parts = clock.split(":", -1);
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }
}
