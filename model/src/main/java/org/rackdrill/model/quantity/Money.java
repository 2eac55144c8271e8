package org.rackdrill.model.quantity;

/**
 * An amount of money.
 *
 * @param amount in whole units of the currency; never converted between currencies
 * @param currency ISO 4217 code such as {@code AUD}
 */
public record Money(double amount, String currency) implements Quantity {}
