package freshlegs.coach.page;

import freshlegs.coach.access.Invitation;
import freshlegs.coach.access.Role;
import freshlegs.model.AthleteId;
import java.util.List;

/** What somebody has invited to and nobody has accepted yet. */
public record OpenInvitationsPage(List<Open> open) {

    /** An invitation; {@code athlete} is empty of one to an account alone, {@code role} the key of what it says. */
    public record Open(String id, String athlete, String role, String until) {}

    public static OpenInvitationsPage of(List<Invitation> invitations, Voice voice) {
        return new OpenInvitationsPage(invitations.stream()
                .map(open -> new Open(
                        open.id(),
                        open.athlete().map(AthleteId::value).orElse(""),
                        "access.role." + open.role().map(Role::key).orElse("viewer"),
                        voice.moment(open.expiresAt())))
                .toList());
    }
}
