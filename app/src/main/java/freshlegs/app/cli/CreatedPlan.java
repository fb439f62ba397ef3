package freshlegs.app.cli;

import freshlegs.app.output.RaceTime;
import freshlegs.app.plan.Distance;
import freshlegs.app.plan.EventWords;
import freshlegs.app.plan.PlanRequest;
import freshlegs.app.plan.TrainingDays;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlanTerms;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What was created, said back to the person who asked for it; {@code replaced} is since when another plan was followed. */
record CreatedPlan(AthleteId athlete, PlanRequest request, Optional<LocalDate> replaced) {
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Plan of " + athlete + " from " + request.from() + " on");
        replaced.ifPresent(since -> text.append(", instead of the one since ").append(since));
        text.append('\n');
        line(text, "goal", goal());
        line(text, "baseline", request.baseline().map(EventWords::ran).orElse("none"));
        line(
                text,
                "days",
                TrainingDays.text(request.days()) + ", the long run on " + TrainingDays.text(request.longRun()));
        line(text, "changes", changes());
        return text.append("See it with `freshlegs plan --athlete ")
                .append(athlete)
                .append("`, and on the coach's pages.\n")
                .toString();
    }

    private static void line(StringBuilder text, String what, String said) {
        text.append(String.format("  %-9s %s%n", what, said));
    }

    private String goal() {
        EventWords goal = request.goal();
        long days = ChronoUnit.DAYS.between(request.today(), goal.date());
        String hoped = request.target().isPresent()
                ? " in " + RaceTime.text(request.target().getAsInt())
                : "";
        return Distance.text(goal.metres()) + (request.event() == Goal.Event.RACE ? "" : " time trial") + hoped + " on "
                + TrainingDays.text(goal.date().getDayOfWeek()) + " " + goal.date() + ", "
                + (days < 0 ? -days + " days ago" : (days < 21 ? days + " days" : days / 7 + " weeks") + " from today");
    }

    private String changes() {
        String most = request.mostChangesAWeek() == 0
                ? "no session"
                : "at most " + request.mostChangesAWeek()
                        + (request.mostChangesAWeek() == 1 ? " session" : " sessions");
        return request.mode() == PlanTerms.Mode.AUTOMATIC
                ? "automatic, " + most + " a week for fatigue; they hold at once and can be taken back"
                : "reviewed first, " + most
                        + " a week for fatigue; they are proposed and hold when they are accepted or"
                        + " their day begins";
    }
}
