package freshlegs.coach.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Somebody who may sign in; {@code id} is opaque, {@code disabledAt} since when they may not. */
public record Account(
        String id,
        String login,
        String name,
        boolean password,
        boolean operator,
        Instant createdAt,
        Optional<Instant> disabledAt) {
    static final String COLUMNS =
            " a.id, a.login, a.name, a.password is not null as has_password, a.operator, a.created_at, a.disabled_at ";

    public boolean enabled() {
        return disabledAt.isEmpty();
    }

    static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("login"),
                row.getString("name"),
                row.getBoolean("has_password"),
                row.getBoolean("operator"),
                Sql.moment(row, "created_at"),
                Sql.optionalMoment(row, "disabled_at"));
    }
}
