package freshlegs.app.follow;

import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The commands that bring a followed season into the product: its athlete, plan, phases and files, and the plan as it went. */
record SeasonScript(FollowedSeason season) {
    List<String> lines() {
        String athlete = season.fate().athlete().value();
        Milestones milestones = season.milestones();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("freshlegs athlete add " + athlete + profile());
        lines.add("freshlegs import --athlete " + athlete + " " + athlete);
        lines.add("freshlegs plan create --athlete " + athlete + " --goal \"5K on " + milestones.race() + "\""
                + (season.fate().hasBaseline() ? " --baseline \"5K 22:30 on " + milestones.baseline() + "\"" : "")
                + " --days Tue,Thu,Sat,Sun --long-run Sun --from " + milestones.plan());
        for (PlannedPhase phase : new Stated(season.fate(), milestones).phases()) {
            lines.add("freshlegs phase set --athlete " + athlete + " --from " + phase.localDate() + " --to "
                    + phase.lastDay() + " " + phase.phase().key());
        }
        lines.add(
                "freshlegs plan --athlete " + athlete + " --from " + milestones.plan() + " --to " + milestones.last());
        return List.copyOf(lines);
    }

    private String profile() {
        Profile profile = season.profile();
        int pace = profile.thresholdPaceSecondsPerKilometre().orElseThrow();
        return " --zone UTC --sex "
                + profile.sex().orElseThrow().name().toLowerCase(Locale.ROOT)
                + option("--resting-hr", profile.restingHeartRateBpm())
                + option("--max-hr", profile.maximalHeartRateBpm())
                + option("--threshold-hr", profile.thresholdHeartRateBpm())
                + String.format(Locale.ROOT, " --threshold-pace %d:%02d", pace / 60, pace % 60);
    }

    private static String option(String name, OptionalInt value) {
        return value.isPresent() ? " " + name + " " + value.getAsInt() : "";
    }
}
