package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.access.Act;
import freshlegs.coach.access.Acts;
import freshlegs.coach.access.LoginLimit;
import freshlegs.coach.page.ActPage;
import freshlegs.coach.page.ActPage.Typed;
import freshlegs.coach.web.ActWays.Actor;
import freshlegs.coach.web.ActWays.Stand;
import freshlegs.model.Person;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the links in messages lead. Looking changes nothing, since mail programs open links before people do; what is done is said on a
 * page first and done by a button, as the account to which the message went.
 */
final class ActPages {
    private static final String PATH = "/act/{token}";
    private static final int FREE = 10;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Front front;
    private final Acts acts;
    private final ActWays ways;
    private final Journal journal;
    private final Templates templates;
    private final LoginLimit wrong;

    ActPages(Front front, Acts acts, ActWays ways, Journal journal, Templates templates, Clock clock) {
        this.front = front;
        this.acts = acts;
        this.ways = ways;
        this.journal = journal;
        this.templates = templates;
        this.wrong = new LoginLimit(FREE, LONGEST_WAIT, clock);
    }

    void addTo(Gate gate) {
        gate.open(HandlerType.GET, PATH, this::show);
        gate.open(HandlerType.POST, PATH, this::act);
    }

    private void show(Context request) {
        guard(request);
        Act act = known(request);
        Actor actor = actor(request, act);
        show(request, act, actor, ways.stand(act), Typed.nothing());
    }

    private void act(Context request) {
        guard(request);
        Act act = known(request);
        Actor actor = actor(request, act);
        Stand stand = ways.stand(act);
        Optional<String> reason = Optional.ofNullable(request.formParam("reason"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        if (stand.isFor(act)) {
            Optional<Answers.Answer> answer = acts.once(
                    token(request),
                    act,
                    () -> ways.answer(act, actor, stand.episode().orElseThrow(), reason),
                    Answers.Taken.class::isInstance);
            if (answer.orElse(null) instanceof Answers.Refused refused) {
                request.status(refused.away() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT);
                show(request, act, actor, stand, new Typed(reason.orElse(""), Optional.of(refused.sentence())));
                return;
            }
        }
        request.redirect("/act/" + token(request), HttpStatus.SEE_OTHER);
    }

    private void show(Context request, Act act, Actor actor, Stand stand, Typed typed) {
        ActPage page = ActPage.of(
                new ActPage.Material(
                        "/act/" + token(request),
                        act.alert(),
                        act.deed(),
                        actor.visitor().name(),
                        actor.person().role() == Person.Role.ATHLETE,
                        stand.episode(),
                        stand.day(),
                        act.expiresAt(),
                        acts.usedAt(token(request))),
                typed,
                Preferring.voice(request));
        templates.show(request, "act", Preferring.say(request, "act.heading"), page, Optional.empty());
    }

    /** The address is the key: found by no search, and as everywhere here kept nowhere and told to no other host. */
    private static void guard(Context request) {
        request.header("X-Robots-Tag", "noindex, nofollow");
    }

    private static String token(Context request) {
        return request.pathParam("token");
    }

    /** One that was made here is answered however many wrong ones came from where it comes. */
    private Act known(Context request) {
        return acts.read(token(request)).orElseThrow(() -> wrong(request));
    }

    /** Noted before anything is shown; whoever may no longer is told no more than whoever never might. */
    private Actor actor(Context request, Act act) {
        Actor actor = ways.actor(act).orElseThrow(() -> wrong(request));
        journal.note(
                actor.visitor(),
                Optional.of(actor.athlete()),
                new Gate.Way(request.method(), PATH, Gate.For.EVERYBODY, Optional.empty()),
                actor.may());
        if (!actor.may()) {
            throw wrong(request);
        }
        return actor;
    }

    private Problem wrong(Context request) {
        String caller = front.caller(request);
        Optional<Duration> wait = wrong.wait(caller);
        wrong.note(caller);
        return wait.map(Problem::tooMany)
                .orElseGet(() -> Problem.notFound(
                        "This link is no longer valid.",
                        "Links in messages work once, for seven days, and as long as their reader may still answer."));
    }
}
