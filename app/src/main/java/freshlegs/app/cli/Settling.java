package freshlegs.app.cli;

import freshlegs.app.service.Access;
import freshlegs.app.service.Rest;
import java.sql.SQLException;
import java.time.Duration;

/** Waits until what was published has come all the way. */
final class Settling {
    private Settling() {}

    static boolean await(Access access, Duration limit) throws SQLException, InterruptedException {
        return Rest.await(access.kafka(), access.database(), limit);
    }
}
