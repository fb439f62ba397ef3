package freshlegs.streams.plan;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.ContentHash;
import freshlegs.model.Status;
import freshlegs.model.json.Json;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Adjustment.Kind;
import freshlegs.model.plan.Workout;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What fatigue leaves of a planned session: the table of states and sessions, one row a method. */
final class Adjusting {
    /** A session and what was done to it. */
    record Adjusted(Workout workout, Optional<Adjustment> adjustment) {}

    /** All of an adjustment that a person decides about. */
    private record Changed(LocalDate date, AdjustmentCause cause, Kind kind, Workout planned, Workout instead) {}

    private static final double FEELS_POORLY = 1.5;
    private static final int RED_REST_DAYS = 2;
    private static final int LONG_AMBER_DAYS = 7;

    private final Workout planned;
    private final Recently recently;

    private Adjusting(Workout planned, Recently recently) {
        this.planned = planned;
        this.recently = recently;
    }

    static Adjusted adjust(Workout planned, Recently recently) {
        if (planned.kind() == Workout.Kind.REST) {
            return new Adjusted(planned, Optional.empty());
        }
        Adjusting adjusting = new Adjusting(planned, recently);
        return switch (recently.status()) {
            case STOP ->
                adjusting.dropped(
                        "Stop training and seek medical advice. Training comes back when a doctor has cleared it.");
            case ILLNESS ->
                adjusting.dropped("Rest. Training comes back, easy first, when the symptoms have been gone for a day.");
            case RED -> adjusting.red();
            case AMBER ->
                recently.alertDays() >= LONG_AMBER_DAYS || recently.secondAlertInFourWeeks()
                        ? adjusting.longAmber()
                        : adjusting.amber();
            case WATCH, GREEN, UNKNOWN -> adjusting.spaced();
        };
    }

    private Adjusted red() {
        if (recently.redDays() <= RED_REST_DAYS) {
            return dropped("Two days of rest come first, then easy running only, at half the volume.");
        }
        return planned.kind() == Workout.Kind.EASY || planned.kind() == Workout.Kind.LONG
                ? shortened(0.5, "Half the volume until the strong warning has cleared.")
                : swapped(Week.easy(20), "No hard session until the strong warning has cleared; " + comesBack());
    }

    private Adjusted longAmber() {
        return planned.kind() == Workout.Kind.EASY || planned.kind() == Workout.Kind.LONG
                ? shortened(0.6, "The warning has lasted or come back, so the week is 40 % lighter.")
                : swapped(Week.easy(25), "The warning has lasted or come back, so easy running only; " + comesBack());
    }

    private Adjusted amber() {
        boolean poorly = recently.feelingChart().orElse(0) >= FEELS_POORLY;
        return switch (planned.kind()) {
            case EASY, LONG -> shortened(0.8, "A fifth less, at an easy heart rate, while the warning stands.");
            case STRIDES ->
                poorly
                        ? swapped(Week.easy(30), "Without strides while you feel this far from your normal.")
                        : new Adjusted(planned, Optional.empty());
            case TEMPO ->
                poorly
                        ? swapped(Week.easy(30), "Easy while you feel this far from your normal; " + comesBack())
                        : swapped(Week.technicalRun(), "A technical run instead of the hard session; " + comesBack());
            case REPEATS, PROGRESSION, TIME_TRIAL ->
                swapped(Week.technicalRun(), "A technical run instead of the hard session; " + comesBack());
            case REST, TECHNICAL, RACE -> new Adjusted(planned, Optional.empty());
        };
    }

    /** Hard days keep 72 hours from each other and from a warning. */
    private Adjusted spaced() {
        if (!planned.hard()) {
            return new Adjusted(planned, Optional.empty());
        }
        if (recently.alertWithinThreeDays()) {
            return swapped(
                    Week.technicalRun(),
                    "The warning has only just cleared; the hard session comes back after 72 hours of calm.");
        }
        return recently.hardWithinTwoDays()
                ? swapped(
                        Week.technicalRun(),
                        "A hard day lies less than 72 hours back; the hard session comes back next week.")
                : new Adjusted(planned, Optional.empty());
    }

    private static String comesBack() {
        return "it comes back when the signs have been calm on five of seven days and you feel like yourself again.";
    }

    private Adjusted swapped(Workout instead, String reason) {
        return adjusted(Kind.SWAPPED, instead, reason);
    }

    private Adjusted dropped(String reason) {
        return adjusted(Kind.DROPPED, Week.rest(), reason);
    }

    private Adjusted shortened(double share, String reason) {
        int minutes = Math.max(20, Week.shortened(planned.minutes(), share));
        Workout less = planned.kind() == Workout.Kind.LONG ? Week.longRun(minutes) : Week.easy(minutes);
        return less.minutes() >= planned.minutes()
                ? new Adjusted(planned, Optional.empty())
                : adjusted(Kind.SHORTENED, less, reason);
    }

    private Adjusted adjusted(Kind kind, Workout instead, String reason) {
        String because = recently.status().isAlert() ? recently.why() + " " : "";
        AdjustmentCause cause = cause(recently.status());
        String revision =
                ContentHash.revisionOf(Json.write(new Changed(recently.planned(), cause, kind, planned, instead)));
        return new Adjusted(
                instead,
                Optional.of(new Adjustment(
                        kind,
                        because + reason,
                        cause,
                        revision,
                        instead,
                        Optional.empty(),
                        Optional.empty(),
                        List.of())));
    }

    private static AdjustmentCause cause(Status status) {
        return switch (status) {
            case STOP -> AdjustmentCause.SAFETY;
            case ILLNESS -> AdjustmentCause.ILLNESS;
            case RED, AMBER -> AdjustmentCause.FATIGUE;
            case WATCH, GREEN, UNKNOWN -> AdjustmentCause.SPACING;
        };
    }
}
