package io.watchfloor.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;

/** There is nothing at this address. */
@ParentLayout(MainLayout.class)
@PageTitle("Not found")
@PermitAll
class NotFoundPage extends Div implements HasErrorParameter<NotFoundException> {

	@Override
	public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
		add(new EmptyState("There is nothing at this address",
				"“" + event.getLocation().getPath()
						+ "” may have been removed or mistyped. Press Ctrl K to find what you look for.",
				new Anchor("", "Go to the first page")));
		return HttpStatusCode.NOT_FOUND.getCode();
	}

}
