package freshlegs.app.plan;

import freshlegs.model.Status;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Block;
import freshlegs.model.plan.Done;
import freshlegs.model.plan.Extra;
import freshlegs.model.plan.Reminder;
import freshlegs.model.plan.Surface;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One day of a plan: what to do, step by step and in which spirit, what became of it, and what changed and why. A day that is over
 * needs no advice any more; reminders of the whole week were {@code said} before.
 */
record DaySheet(Prescription day, LocalDate today, Set<Reminder> said) {
    private static final String INDENT = " ".repeat(12);
    private static final String BULLET = INDENT + "- ";

    @Override
    public String toString() {
        StringBuilder sheet = new StringBuilder(Wrapped.text(String.format("%-12s", Words.day(day.date())), heading()));
        Workout workout = day.prescribed();
        if (workout.kind().isRun()) {
            paragraph(sheet, workout.kind().purpose() + ".");
        }
        for (Block block : workout.blocks()) {
            sheet.append(Wrapped.text(BULLET, StepWords.block(block)));
        }
        if (!day.date().isBefore(today)) {
            paragraph(sheet, spirit(workout));
            paragraph(sheet, beside(workout));
        }
        day.done().ifPresent(done -> paragraph(sheet, said(done)));
        day.adjustment().ifPresent(adjustment -> paragraph(sheet, changed(adjustment)));
        day.decisions().forEach(decided -> paragraph(sheet, sentence(decided.said())));
        return sheet.toString();
    }

    private static void paragraph(StringBuilder sheet, String text) {
        if (!text.isBlank()) {
            sheet.append(Wrapped.text(INDENT, text));
        }
    }

    private String heading() {
        String title = title(day.prescribed());
        boolean sound = day.status() == Status.GREEN || day.status() == Status.UNKNOWN;
        return title
                + (day.prescribed().hard() ? " (hard)" : "")
                + (sound ? "" : " [" + day.status() + "]")
                + (day.date().equals(today) ? "  <- today" : "");
    }

    /** {@code 6 x 400 m, 55 min, 9.2 km}; what the title says already is not said twice. */
    static String title(Workout workout) {
        String title = workout.title();
        if (workout.minutes() > 0 && !title.contains(workout.minutes() + " min")) {
            title += ", " + workout.minutes() + " min";
        }
        return workout.metres() > 0 ? title + ", " + Words.kilometres(workout.metres()) : title;
    }

    private static String spirit(Workout workout) {
        if (!workout.kind().isRun()) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        if (workout.effort().highest() > 0) {
            sentences.add("Effort "
                    + Words.range(
                            Integer.toString(workout.effort().lowest()),
                            Integer.toString(workout.effort().highest()))
                    + " of 10.");
        }
        if (workout.surface() != Surface.ANY) {
            sentences.add("On " + workout.surface().words() + ".");
        }
        if (!workout.blocks().isEmpty()) {
            sentences.add(workout.focus().posture() + ". " + workout.focus().breathing() + ". Think \""
                    + workout.focus().cue() + "\".");
        }
        return String.join(" ", sentences);
    }

    private String beside(Workout workout) {
        String extras = workout.extras().stream().map(Extra::words).collect(Collectors.joining("; "));
        String reminders = workout.reminders().stream()
                .filter(reminder -> !said.contains(reminder))
                .map(Reminder::words)
                .map(words -> words + ".")
                .collect(Collectors.joining(" "));
        return (extras.isEmpty() ? "" : "Also " + extras + ". ") + reminders;
    }

    private String said(Done done) {
        String moved =
                done.plannedFor().equals(day.date()) ? "" : " (planned for " + Words.day(done.plannedFor()) + ")";
        return "Done" + moved + ": " + sentence(done.said());
    }

    private String changed(Adjustment adjustment) {
        boolean kept = day.prescribed().equals(day.planned());
        String how = day.proposed()
                ? "Proposed, and holds when it is accepted or the day begins: "
                : kept ? "Not changed, though it was to be: " : "Changed: ";
        String until = adjustment
                .until()
                .filter(last -> last.isAfter(day.date()))
                .map(last -> ", until " + Words.day(last))
                .orElse("");
        String alert = adjustment.episode().map(id -> " (alert " + id + ")").orElse("");
        return how + title(day.planned()) + " -> " + title(adjustment.instead()) + until + ". "
                + sentence(adjustment.reason()).replaceAll("\\.$", alert + ".")
                + (day.proposed()
                        ? " `freshlegs decide --athlete " + day.athlete() + " --date " + day.date()
                                + " accept` (or keep) answers it."
                        : "");
    }

    private static String sentence(String said) {
        return said.matches(".*[.!?]") ? said : said + ".";
    }
}
