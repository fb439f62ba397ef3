package freshlegs.model.planted;

import freshlegs.warehouse.WarehouseSettings;

/** A model that knows a part, which must not be. */
public final class ModelThatLooksUp {
    private ModelThatLooksUp() {}

    static Object recipients(WarehouseSettings settings) {
        return settings.recipients();
    }
}
