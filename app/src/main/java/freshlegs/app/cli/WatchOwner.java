package freshlegs.app.cli;

import freshlegs.app.watch.WatchIdentity;
import freshlegs.app.watch.Watches;
import freshlegs.model.AthleteId;
import java.util.Locale;
import java.util.Optional;

/** Settles whose a watch is: remembered, confirmed by options, or asked for once. */
final class WatchOwner {
    private final Shell shell;
    private final Question question;
    private final Optional<AthleteId> given;
    private final boolean confirmed;

    WatchOwner(Shell shell, Question question, Optional<AthleteId> given, boolean confirmed) {
        this.shell = shell;
        this.question = question;
        this.given = given;
        this.confirmed = confirmed;
    }

    /** Nothing when the watch has an owner now, else why not and what to do. */
    Optional<String> settle(WatchIdentity watch, Watches watches, long newcomers) {
        Optional<AthleteId> known = watches.ownerOf(watch);
        if (known.isPresent()) {
            if (given.isPresent() && !given.equals(known)) {
                shell.say("This watch (" + watch.shown() + ") is " + known.get() + "'s and stays so until `freshlegs"
                        + " watch-sync forget " + watch.serial() + "`.");
            }
            return Optional.empty();
        }
        if (confirmed && newcomers > 1) {
            return Optional.of("several new watches are plugged in: name the one you mean with --mount DIR");
        }
        Optional<AthleteId> owner = confirmed ? given : asked(watch);
        owner.ifPresent(athlete -> watches.give(watch, athlete, shell.clock().instant()));
        return owner.isPresent()
                ? Optional.empty()
                : Optional.of("nobody has said whose it is: `freshlegs watch-sync --athlete ID --yes`");
    }

    private Optional<AthleteId> asked(WatchIdentity watch) {
        String which = "This watch (" + watch.shown() + ") is ";
        if (given.isPresent()) {
            Optional<String> answer = question.ask(which + given.get() + "'s? [y/N]");
            return given.filter(
                    athlete -> answer.orElse("").toLowerCase(Locale.ROOT).startsWith("y"));
        }
        Optional<String> answer = question.ask(which + "whose? The athlete's id, or nothing to leave it alone:");
        while (answer.isPresent() && !answer.get().isEmpty() && !AthleteId.isValid(answer.get())) {
            answer = question.ask(
                    "That is no athlete's id: use lower-case letters, digits, '-' or '_', such as anna-k. Whose?");
        }
        return answer.filter(text -> !text.isEmpty()).map(AthleteId::of);
    }
}
