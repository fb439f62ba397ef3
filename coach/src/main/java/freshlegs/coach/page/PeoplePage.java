package freshlegs.coach.page;

import freshlegs.coach.access.Account;
import freshlegs.coach.access.Invitation;
import java.util.List;
import java.util.Optional;

/** The accounts there are, for operators; nothing about athletes. */
public record PeoplePage(List<Person> people, List<Open> invitations, Optional<String> link) {

    /** One account; {@code state} is the key of how it stands. */
    public record Person(
            String id,
            String login,
            String name,
            String state,
            boolean enabled,
            boolean operator,
            boolean you,
            String since) {}

    /** An invitation to an account that nobody has accepted yet. */
    public record Open(String id, String until) {}

    public PeoplePage {
        people = List.copyOf(people);
        invitations = List.copyOf(invitations);
    }

    /** {@code link} is an address that was just made, shown this once. */
    public static PeoplePage of(
            List<Account> accounts, List<Invitation> invitations, String you, Optional<String> link, Voice voice) {
        return new PeoplePage(
                accounts.stream()
                        .map(account -> new Person(
                                account.id(),
                                account.login(),
                                account.name(),
                                state(account),
                                account.enabled(),
                                account.operator(),
                                account.id().equals(you),
                                voice.moment(account.createdAt())))
                        .toList(),
                invitations.stream()
                        .filter(open ->
                                open.athlete().isEmpty() && open.account().isEmpty())
                        .map(open -> new Open(open.id(), voice.moment(open.expiresAt())))
                        .toList(),
                link);
    }

    private static String state(Account account) {
        if (!account.enabled()) {
            return "access.people.disabled";
        }
        return account.password() ? "access.people.active" : "access.people.waiting";
    }
}
