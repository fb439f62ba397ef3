package freshlegs.coach;

import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.AlertVerdict.Verdict;
import freshlegs.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who takes answers down, and refuses reasons that it does not understand. */
public class AListener implements Answers {
    public static final String REVISION = "0123456789abcdef";

    private final List<String> heard = new CopyOnWriteArrayList<>();

    public List<String> heard() {
        return heard;
    }

    @Override
    public Answer judge(Person by, String alert, Verdict verdict, Optional<String> reason) {
        if (reason.filter(text -> text.startsWith("?")).isPresent()) {
            return new Refused("The reason <b>makes no sense</b>.");
        }
        return heard(alert + " " + verdict + " " + reason.orElse(""));
    }

    @Override
    public Answer silence(Person by, AthleteId athlete, String about, OptionalInt days, Optional<String> reason) {
        return heard(athlete + " silence " + about + " " + days + " " + reason.orElse(""));
    }

    @Override
    public Answer lift(Person by, AthleteId athlete, String about, Optional<String> reason) {
        return heard(athlete + " lift " + about + " " + reason.orElse(""));
    }

    @Override
    public Answer note(Person by, NoteWish note) {
        return heard(note.athlete() + " note " + note.id() + " " + note.alert().orElse("")
                + note.day().map(LocalDate::toString).orElse("") + " " + note.shared() + " " + note.text());
    }

    @Override
    public Answer withdraw(Person by, AthleteId athlete, String note) {
        return heard(athlete + " withdraw " + note);
    }

    @Override
    public Answer clear(Person by, AthleteId athlete, Optional<String> note, boolean withdrawn) {
        return heard(athlete + " clear " + withdrawn + " " + note.orElse(""));
    }

    @Override
    public Answer decide(Person by, PlanAnswer answer) {
        return heard(answer.athlete() + " " + answer.date() + " " + answer.cause() + " " + answer.revision() + " "
                + answer.verdict() + " " + answer.workout().orElse("") + " "
                + answer.reason().orElse(""));
    }

    @Override
    public Answer move(Person by, AthleteId athlete, LocalDate from, LocalDate to, Optional<String> reason) {
        return to.getDayOfWeek() == DayOfWeek.SUNDAY
                ? new Refused("Not moved: <b>no</b> (rule hard-days-apart).")
                : heard(athlete + " move " + from + " " + to + " " + reason.orElse(""));
    }

    @Override
    public Answer usualOrder(Person by, AthleteId athlete, LocalDate day) {
        return heard(athlete + " usual " + day);
    }

    @Override
    public Answer plan(Person by, AthleteId athlete, PlanWish wish) {
        if (wish.distance().startsWith("?")) {
            return new Refused("The distance <b>makes no sense</b>.");
        }
        return heard(athlete + " " + wish);
    }

    @Override
    public Answer welcome(Person by, AthleteId athlete) {
        return heard(athlete + " welcome");
    }

    @Override
    public Answer checkIn(Person by, CheckInWish wish) {
        return heard(new String(Json.write(wish.said()), StandardCharsets.UTF_8));
    }

    protected final Answer heard(String what) {
        heard.add(what.strip());
        return new Taken(REVISION);
    }
}
