package freshlegs.coach.page;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.result.ActivityAnalysis;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which check-ins are asked for: of each day its morning and each of its runs, in the order of their starts. */
record CheckInForms(List<CheckIn> told, List<ActivityAnalysis> activities, LocalDate today, ZoneId zone, Voice voice) {

    /** What nobody has said yet and should be: how the last run went first, of today or yesterday, then the morning. */
    List<CheckInForm> due() {
        List<CheckInForm> due = new ArrayList<>();
        Stream.of(today, today.minusDays(1))
                .flatMap(date -> unsaidRuns(date).stream())
                .findFirst()
                .ifPresent(due::add);
        CheckInForm morning = morning(today);
        if (morning.said().isEmpty()) {
            due.add(morning);
        }
        return List.copyOf(due);
    }

    /** All of a day: its morning, each of its runs, and one that has not arrived yet where there is none. */
    List<CheckInForm> of(LocalDate date) {
        return Stream.concat(Stream.of(morning(date)), runs(date).stream()).toList();
    }

    private List<CheckInForm> unsaidRuns(LocalDate date) {
        List<ActivityAnalysis> ran = ran(date);
        List<CheckInForm> unsaid = new ArrayList<>();
        for (int run = ran.size(); run > 0; run--) {
            CheckInForm form = run(date, run, Optional.of(ran.get(run - 1)));
            if (form.said().isEmpty() && ran.get(run - 1).effort().isEmpty()) {
                unsaid.add(form);
            }
        }
        return unsaid;
    }

    private CheckInForm morning(LocalDate date) {
        String about = date.equals(today)
                ? voice.say("checkin.morning.today")
                : voice.say("checkin.morning.of", voice.shortDay(date));
        return said(date.toString(), true)
                .map(known -> CheckInForm.of(known, about, false, when(known)))
                .orElseGet(() -> CheckInForm.empty(true, date, 1, about, false));
    }

    private List<CheckInForm> runs(LocalDate date) {
        List<ActivityAnalysis> ran = ran(date);
        int most = Math.max(
                Math.max(1, ran.size()),
                told.stream()
                        .filter(one -> one.localDate().equals(date))
                        .mapToInt(one -> one instanceof CheckIn.AfterRun run ? run.ordinal() : 1)
                        .max()
                        .orElse(1));
        List<CheckInForm> forms = new ArrayList<>();
        for (int run = 1; run <= most; run++) {
            forms.add(run(date, run, run <= ran.size() ? Optional.of(ran.get(run - 1)) : Optional.empty()));
        }
        return forms;
    }

    private CheckInForm run(LocalDate date, int run, Optional<ActivityAnalysis> activity) {
        String when = date.equals(today)
                ? voice.say("checkin.when.today")
                : date.equals(today.minusDays(1)) ? voice.say("checkin.when.yesterday") : voice.shortDay(date);
        String about = activity.map(known -> voice.say("checkin.run.known", when, size(known)))
                .orElseGet(() -> voice.say("checkin.run.unknown", when, run));
        return said(date + "." + run, false)
                .map(known -> CheckInForm.of(known, about, activity.isPresent(), when(known)))
                .orElseGet(() -> CheckInForm.empty(false, date, run, about, activity.isPresent()));
    }

    private String when(CheckIn said) {
        return voice.sayings()
                .calendar("checkin.moment")
                .format(said.recordedAt().atZone(zone));
    }

    private String size(ActivityAnalysis activity) {
        ActivityLine line = ActivityLine.of(activity, voice);
        return line.distance().equals(Numbers.NONE) ? line.time() : line.distance();
    }

    private Optional<CheckIn> said(String fact, boolean morning) {
        return told.stream()
                .filter(one -> one instanceof CheckIn.Morning == morning
                        && one.factId().equals(fact))
                .findFirst();
    }

    private List<ActivityAnalysis> ran(LocalDate date) {
        return activities.stream()
                .filter(activity ->
                        activity.date().equals(date) && activity.sport().isRun())
                .sorted(Comparator.comparing(ActivityAnalysis::start))
                .toList();
    }
}
