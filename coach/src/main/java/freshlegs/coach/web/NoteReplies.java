package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.NoteWish;
import freshlegs.coach.access.Right;
import freshlegs.coach.page.Notes;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Notes as they are written and taken back by the forms beside them, about an alert or about a day. */
final class NoteReplies {
    private static final Pattern NOTE = Pattern.compile("[0-9a-f]{16}");
    private static final String ADVICE = "Write it on the page of the alert or of the athlete's notes.";

    private final Answers answers;
    private final AlertPages pages;
    private final Function<String, Optional<AthleteId>> whose;

    NoteReplies(Answers answers, AlertPages pages, Function<String, Optional<AthleteId>> whose) {
        this.answers = answers;
        this.pages = pages;
        this.whose = whose;
    }

    void addTo(Gate gate) {
        gate.episode(HandlerType.POST, "/episodes/{id}/notes", Right.ANSWER, this::aboutAlert);
        gate.athlete(HandlerType.POST, "/athletes/{id}/notes", Right.ANSWER, this::aboutDay);
    }

    private void aboutAlert(Context request) {
        String alert = Asked.episode(request);
        AthleteId athlete = whose.apply(alert).orElseThrow(Alerts::nothing);
        Answers.Answer answer = say(request, athlete, Optional.of(alert), Optional.empty());
        if (answer instanceof Answers.Refused refused) {
            pages.again(request, alert, Notes.PLACE, refused, text(request));
        } else if (answer instanceof Answers.Taken taken) {
            request.redirect("/episodes/" + alert + "?said=" + taken.revision() + "#notes", HttpStatus.SEE_OTHER);
        }
    }

    private void aboutDay(Context request) {
        AthleteId athlete = Asked.athlete(request);
        Answers.Answer answer = say(request, athlete, Optional.empty(), day(request));
        if (answer instanceof Answers.Refused refused) {
            pages.again(request, athlete, Notes.PLACE, refused, text(request));
        } else if (answer instanceof Answers.Taken taken) {
            request.redirect(
                    "/athletes/" + athlete + "/notes?said=" + taken.revision() + "#notes", HttpStatus.SEE_OTHER);
        }
    }

    /** A new note, another text for a known one, or {@code withdraw} of it. */
    private Answers.Answer say(Context request, AthleteId athlete, Optional<String> alert, Optional<LocalDate> day) {
        Person by = Gate.visitor(request).speaker(athlete);
        Optional<String> known = Optional.ofNullable(request.formParam("note"));
        if (known.filter(id -> !NOTE.matcher(id).matches()).isPresent()) {
            throw Problem.badRequest("This is no note.", ADVICE);
        }
        if (known.isPresent() && "withdraw".equals(request.formParam("do"))) {
            return answers.withdraw(by, athlete, known.get());
        }
        String text = text(request);
        boolean shared = request.formParam("shared") != null;
        return answers.note(
                by,
                known.map(id -> new NoteWish(athlete, id, alert, day, text, shared))
                        .orElseGet(() -> NoteWish.written(by, athlete, alert, day, text, shared)));
    }

    private static Optional<LocalDate> day(Context request) {
        try {
            return Optional.ofNullable(request.formParam("day"))
                    .filter(text -> !text.isBlank())
                    .map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw Problem.badRequest("This is no day.", "Days look like 2026-11-20.");
        }
    }

    /** Forms end lines with two characters. */
    private static String text(Context request) {
        return Optional.ofNullable(request.formParam("text"))
                .map(text -> text.replace("\r\n", "\n").strip())
                .orElse("");
    }
}
