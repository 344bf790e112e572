package io.watchfloor.action.aws;

import java.util.Map;

import io.watchfloor.action.aws.model.Paging;

/**
 * The answer to a READ call, all pages of it where it has pages.
 *
 * @param tree as the {@code aws} command would print it, secrets included
 * @param cut whether there is more than was read
 */
record PagedAnswer(Map<String, Object> tree, boolean cut) {

	static PagedAnswer of(AwsSession session, AwsRead call) {
		Paging paging = AwsSession.operation(call.service(), call.operation()).facts().paging();
		if (paging == null || !call.paginate() || paging.manual().stream().anyMatch(call.parameters()::containsKey)) {
			return new PagedAnswer(session.call(call.service(), call.operation(), call.parameters(), call.region()),
					false);
		}
		Pages pages = new Pages(session, call, paging);
		Map<String, Object> tree = pages.read();
		pages.trim();
		return new PagedAnswer(tree, pages.cut());
	}

}
