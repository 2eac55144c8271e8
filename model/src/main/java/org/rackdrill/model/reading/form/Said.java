package org.rackdrill.model.reading.form;

import org.rackdrill.model.yaml.Place;

/** A value and where it stands. */
public record Said<T>(T value, Place place) {}
