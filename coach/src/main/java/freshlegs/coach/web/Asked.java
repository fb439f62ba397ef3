package freshlegs.coach.web;

import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request asks for, checked before anything is done with it. */
final class Asked {
    private static final Pattern EPISODE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,199}");
    private static final Pattern BUTTON = Pattern.compile("[a-z0-9.-]{1,80}");
    private static final Pattern RULE = Pattern.compile("[a-z0-9.-]{1,80}");
    private static final Pattern REVISION = Pattern.compile("[0-9a-f]{16}");
    /** How many days the charts may show. */
    static final List<Integer> RANGES = List.of(42, 90, 180, 365, 1825);

    private static final String USUAL_RANGE = "90";

    private Asked() {}

    static AthleteId athlete(Context request) {
        return athlete(request.pathParam("id"));
    }

    private static AthleteId athlete(String id) {
        if (!AthleteId.isValid(id)) {
            throw Problem.badRequest(
                    "This is not an athlete's id.",
                    "An id has 1 to 64 lower-case letters, digits, '-' or '_', and begins and ends with a letter or"
                            + " digit.");
        }
        return AthleteId.of(id);
    }

    static String episode(Context request) {
        String id = request.pathParam("id");
        if (!EPISODE_ID.matcher(id).matches()) {
            throw Problem.badRequest("This is not an episode's id.", "Follow the link from an athlete's page.");
        }
        return id;
    }

    /** The revision that a path names. */
    static String revision(Context request) {
        String revision = request.pathParam("revision");
        if (!REVISION.matcher(revision).matches()) {
            throw Problem.badRequest("This is no revision.", "A receipt names it in 16 hexadecimal digits.");
        }
        return revision;
    }

    /** The answer that somebody has just given, by its revision. */
    static Optional<String> said(Context request) {
        return Optional.ofNullable(request.queryParam("said"))
                .filter(revision -> REVISION.matcher(revision).matches());
    }

    /** The button that was pressed for it. */
    static Optional<String> chosen(Context request) {
        return Optional.ofNullable(request.queryParam("chose"))
                .filter(button -> BUTTON.matcher(button).matches());
    }

    static String rule(Context request) {
        String rule = request.pathParam("rule");
        if (!RULE.matcher(rule).matches()) {
            throw Problem.notFound("There is no such rule.", "Follow the link from an alert.");
        }
        return rule;
    }

    static int days(Context request) {
        String days = Optional.ofNullable(request.queryParam("days")).orElse(USUAL_RANGE);
        return RANGES.stream()
                .filter(range -> range.toString().equals(days))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "The charts cannot show that many days.",
                        "Ask for one of " + RANGES.toString().replaceAll("[\\[\\]]", "") + " days."));
    }
}
