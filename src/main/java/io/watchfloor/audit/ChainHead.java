package io.watchfloor.audit;

/**
 * The end of the chain.
 *
 * @param sequence of the last record; 0 while there is none
 * @param hash of the last record, 64 hexadecimal digits; zeros while there is none
 */
public record ChainHead(long sequence, String hash) {

	/** Before the first record. */
	public static final ChainHead EMPTY = new ChainHead(0, "0".repeat(64));

}
