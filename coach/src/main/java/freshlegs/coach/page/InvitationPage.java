package freshlegs.coach.page;

import freshlegs.coach.access.ConsentText;
import freshlegs.coach.access.Invitation;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Share;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody is invited to, by whom, what exactly that shares with whom, and the ways to accept: as who is signed in already, with
 * an account that exists, or with a new one. {@code kind} begins the keys of what it says.
 */
public record InvitationPage(
        String address,
        Kind kind,
        String by,
        String athlete,
        String until,
        List<Seer> seers,
        Optional<String> signedInAs,
        Optional<String> login,
        Typed typed) {

    /** What it is about. */
    public enum Kind {
        ACCOUNT,
        PASSWORD,
        ATHLETE,
        COACH,
        ASSISTANT,
        VIEWER;

        public String key() {
            return "access.invited." + name().toLowerCase(Locale.ROOT);
        }

        public boolean sharesAthlete() {
            return this != ACCOUNT && this != PASSWORD;
        }
    }

    /** Somebody who sees the athlete already, or will. */
    public record Seer(String name, String role) {}

    /** What was typed and why it was not taken. */
    public record Typed(String login, String name, Optional<String> trouble) {
        public static Typed nothing() {
            return new Typed("", "", Optional.empty());
        }
    }

    public InvitationPage {
        seers = List.copyOf(seers);
    }

    /** {@code login} is of the account whose password it lets choose; {@code shares} those that stand. */
    public static InvitationPage of(
            String address,
            Invitation invitation,
            Optional<String> login,
            List<Share> shares,
            Optional<String> signedInAs,
            Typed typed,
            Voice voice) {
        Kind kind = kind(invitation);
        return new InvitationPage(
                address,
                kind,
                invitation.by().equals("command-line") ? "" : invitation.byName(),
                invitation.athlete().map(Object::toString).orElse(""),
                voice.moment(invitation.expiresAt()),
                shares.stream()
                        .map(share -> new Seer(
                                share.name(), "access.role." + share.role().key()))
                        .toList(),
                signedInAs,
                login,
                typed);
    }

    /** What an athlete has to agree to. */
    public Optional<ConsentText> consent() {
        return kind == Kind.ATHLETE ? Optional.of(ConsentText.latest()) : Optional.empty();
    }

    /** Whoever brings in an athlete coaches her from then on. */
    public boolean byBecomesCoach() {
        return kind == Kind.ATHLETE
                && !by.isEmpty()
                && seers.stream().noneMatch(seer -> seer.name().equals(by));
    }

    private static Kind kind(Invitation invitation) {
        if (invitation.account().isPresent()) {
            return Kind.PASSWORD;
        }
        return invitation.role().map(Role::name).map(Kind::valueOf).orElse(Kind.ACCOUNT);
    }
}
