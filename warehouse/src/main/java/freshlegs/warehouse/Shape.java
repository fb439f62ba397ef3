package freshlegs.warehouse;

import freshlegs.model.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * How the database's shape compares with what this program knows: the version it has, the migrations that are still to come, those
 * that only a newer program knows, those that failed, and those that are not what this program would have done.
 */
public record Shape(
        Optional<String> version,
        List<String> toCome,
        List<String> unknown,
        List<String> failed,
        List<String> different) {

    /** Looks and changes nothing. */
    public static Shape of(DatabaseAddress database) {
        Shape shape =
                new Shape(Optional.empty(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Optional<String> version = Optional.empty();
        for (MigrationInfo each : Warehouse.flyway(database, 0).info().all()) {
            String name = String.valueOf(each.getVersion());
            MigrationState state = each.getState();
            if (each.isVersioned() && state.isApplied() && !state.isFailed()) {
                version = Optional.of(name);
            }
            if (state.isFailed()) {
                shape.failed.add(name);
            } else if (state.isApplied() && !state.isResolved()) {
                shape.unknown.add(name);
            } else if (state.isApplied() && each.isVersioned() && !each.isChecksumMatching()) {
                shape.different.add(name);
            } else if (state == MigrationState.PENDING) {
                shape.toCome.add(name);
            }
        }
        return new Shape(version, shape.toCome, shape.unknown, shape.failed, shape.different);
    }
}
