package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.PlanAnswer;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Act;
import freshlegs.coach.access.Shares;
import freshlegs.coach.access.Via;
import freshlegs.coach.access.Visitor;
import freshlegs.coach.page.Reply;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.coach.read.Views;
import freshlegs.model.AdjustmentCause;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.AlertVerdict;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Prescription;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Who acts by a link, whether they still may, how what they answer stands now, and the answer as the console's pages give it. */
final class ActWays {
    private final Database database;
    private final Accounts accounts;
    private final Shares shares;
    private final Answers answers;
    private final Clock clock;

    ActWays(Database database, Accounts accounts, Shares shares, Answers answers, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.shares = shares;
        this.answers = answers;
        this.clock = clock;
    }

    /** {@code athlete} is whom the alert is about, {@code may} whether the visitor may still do it. */
    record Actor(Visitor visitor, AthleteId athlete, boolean may) {
        Person person() {
            return visitor.speaker(athlete);
        }
    }

    /** The alert as it stands, and the day whose plan it is about while nothing about that has changed and it is not over. */
    record Stand(Optional<Episode> episode, Optional<Prescription> day) {
        boolean isFor(Act act) {
            return episode.isPresent() && (!act.deed().plans() || day.isPresent());
        }
    }

    /** Empty when there is no such account any more, nobody can sign in by it, or nobody knows the alert. */
    Optional<Actor> actor(Act act) {
        Optional<Account> account = accounts.byId(act.account()).filter(Account::enabled);
        Optional<AthleteId> athlete = database.look(views -> views.episode(act.alert()).stream()
                .findFirst()
                .map(known -> known.episode().athlete())
                .or(() -> views.told(act.alert()).map(told -> AthleteId.of(told.athlete()))));
        return account.flatMap(known -> athlete.map(whose -> {
            Visitor visitor =
                    new Visitor(known.id(), known.name(), false, false, shares.roles(known.id()), Via.LINK, Set.of());
            return new Actor(visitor, whose, visitor.may(act.deed().right(), whose));
        }));
    }

    Stand stand(Act act) {
        return database.look(views -> stand(views, act));
    }

    private Stand stand(Views views, Act act) {
        Optional<Episode> episode =
                views.episode(act.alert()).stream().findFirst().map(KnownEpisode::episode);
        return new Stand(episode, episode.flatMap(known -> act.change().flatMap(change -> day(views, known, change))));
    }

    private Optional<Prescription> day(Views views, Episode episode, Act.Change change) {
        LocalDate today = views.today(episode.athlete(), clock.instant());
        return change.date().isBefore(today)
                ? Optional.empty()
                : views.plan(episode.athlete(), change.date(), change.date()).stream()
                        .filter(day -> day.adjustment()
                                .filter(adjustment -> adjustment.revision().equals(change.revision())
                                        && adjustment
                                                .cause()
                                                .name()
                                                .equals(episode.cause().name()))
                                .isPresent())
                        .findFirst();
    }

    /** What is done stands as it was looked at just before. */
    Answers.Answer answer(Act act, Actor actor, Episode episode, Optional<String> reason) {
        Person by = actor.person();
        return switch (act.deed()) {
            case RIGHT -> answers.judge(by, act.alert(), AlertVerdict.Verdict.RIGHT, reason);
            case WRONG ->
                reason.isEmpty()
                        ? new Answers.Refused(Replies.REASON_FOR_WRONG)
                        : answers.judge(by, act.alert(), AlertVerdict.Verdict.WRONG, reason);
            case ACCEPT -> decide(act, by, episode, PlanDecision.Verdict.ACCEPT, reason);
            case KEEP ->
                reason.isEmpty()
                        ? new Answers.Refused(Replies.REASON_FOR_KEEPING)
                        : decide(act, by, episode, PlanDecision.Verdict.KEEP_PLAN, reason);
            case SNOOZE ->
                answers.silence(
                        by,
                        episode.athlete(),
                        episode.cause().name().toLowerCase(Locale.ROOT),
                        OptionalInt.of(Reply.SNOOZE_DAYS),
                        reason);
        };
    }

    private Answers.Answer decide(
            Act act, Person by, Episode episode, PlanDecision.Verdict verdict, Optional<String> reason) {
        Act.Change change = act.change().orElseThrow();
        return answers.decide(
                by,
                new PlanAnswer(
                        episode.athlete(),
                        change.date(),
                        AdjustmentCause.valueOf(episode.cause().name()),
                        change.revision(),
                        verdict,
                        Optional.empty(),
                        reason));
    }
}
