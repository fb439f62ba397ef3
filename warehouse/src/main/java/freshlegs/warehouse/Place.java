package freshlegs.warehouse;

/** Where a record stands. */
record Place(String topic, int partition, long offset) {}
