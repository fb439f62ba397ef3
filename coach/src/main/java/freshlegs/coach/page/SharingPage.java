package freshlegs.coach.page;

import freshlegs.coach.access.AccessLog;
import freshlegs.coach.access.Invitation;
import freshlegs.coach.access.Right;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Share;
import freshlegs.coach.access.Visitor;
import freshlegs.model.AthleteId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Who sees an athlete, as what and since when; for herself also the ways to change that and who looked. */
public record SharingPage(
        String athlete,
        boolean shares,
        boolean leaves,
        boolean open,
        List<Seer> seers,
        List<Open> invitations,
        List<Looked> log,
        int logDays,
        Optional<String> link) {

    /** Somebody who sees her; {@code ends} is whether it can be ended here. */
    public record Seer(
            String account, String name, String role, String since, String looked, boolean you, boolean ends) {}

    /** An invitation that nobody has accepted yet. */
    public record Open(String id, String role, String by, String until) {}

    /** Somebody who asked for something; {@code did} is the key of what, {@code route} its address. */
    public record Looked(String at, String name, String did, String route, boolean allowed, String via) {}

    /** What it is made of. */
    public record Material(List<Share> shares, List<Invitation> invitations, List<AccessLog.Entry> log) {}

    public SharingPage {
        seers = List.copyOf(seers);
        invitations = List.copyOf(invitations);
        log = List.copyOf(log);
    }

    /** {@code link} is an invitation that was just made, shown this once; looks are kept for {@code logDays}. */
    public static SharingPage of(
            AthleteId athlete,
            Visitor visitor,
            Material material,
            Optional<String> link,
            int logDays,
            Clock clock,
            Voice voice) {
        boolean shares = visitor.signedIn() && visitor.may(Right.SHARE, athlete);
        Days days = new Days(clock);
        return new SharingPage(
                athlete.value(),
                shares,
                visitor.signedIn()
                        && visitor.role(athlete)
                                .filter(role -> role != Role.ATHLETE)
                                .isPresent(),
                visitor.everybody(),
                material.shares().stream()
                        .map(share -> new Seer(
                                share.account(),
                                share.name(),
                                "access.role." + share.role().key(),
                                voice.moment(share.grantedAt()),
                                share.lookedAt().map(at -> days.age(at, voice)).orElse(""),
                                share.account().equals(visitor.account()),
                                shares && share.role() != Role.ATHLETE))
                        .toList(),
                material.invitations().stream()
                        .map(open -> new Open(
                                open.id(),
                                "access.role." + open.role().map(Role::key).orElse("viewer"),
                                open.byName(),
                                voice.moment(open.expiresAt())))
                        .toList(),
                material.log().stream().map(entry -> looked(entry, voice)).toList(),
                logDays,
                link);
    }

    private static Looked looked(AccessLog.Entry entry, Voice voice) {
        return new Looked(
                voice.moment(entry.at()),
                entry.name(),
                AccessWords.of(entry.method(), entry.route()),
                entry.method() + " " + entry.route(),
                entry.allowed(),
                "access.via." + entry.via().key());
    }
}
