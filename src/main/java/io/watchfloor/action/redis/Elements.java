package io.watchfloor.action.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import org.jspecify.annotations.Nullable;

/**
 * The elements of any answer, in order and without their nesting; nothing is empty text.
 */
class Elements extends CommandOutput<byte[], byte[], List<String>> {

	private final List<String> elements = new ArrayList<>();

	Elements() {
		super(ByteArrayCodec.INSTANCE, new ArrayList<>());
	}

	@Override
	public List<String> get() {
		return this.elements;
	}

	@Override
	public void set(@Nullable ByteBuffer bytes) {
		this.elements.add((bytes == null) ? "" : StandardCharsets.UTF_8.decode(bytes).toString());
	}

	@Override
	public void set(long integer) {
		this.elements.add(Long.toString(integer));
	}

	@Override
	public void set(double number) {
		this.elements.add(Double.toString(number));
	}

	@Override
	public void multi(int count) {
		// nesting is not shown
	}

}
