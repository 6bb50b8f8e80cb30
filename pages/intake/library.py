"""The mappings that are kept: renamed, taken away as a file, deleted."""

import streamlit as st

from analytics.errors import IntakeError
from analytics.intake.mapping import ColumnMapping
from analytics.intake.mapping_library import as_yaml, forget, remembered, rename
from analytics.intake.vocabulary import subject_label
from analytics.language import Language
from analytics.store import Store
from pages.access.visitor import require
from pages.parts.escape_markdown import escape_markdown


def library(store: Store, language: Language) -> None:
    """The list, folded away; nothing where none is kept."""
    kept = remembered(store)
    if not kept:
        return
    with st.expander(language.text("meanings.library", n=len(kept)), icon=":material/rule_folder:", key="library"):
        for number, mapping in enumerate(kept):
            with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"mapping_{number}"):
                about = subject_label(mapping.subject, language.code)
                st.markdown(f"**{escape_markdown(mapping.name)}**  \n:small[{escape_markdown(about)}]", width="stretch")
                _ways(store, mapping, number, language)


def _ways(store: Store, mapping: ColumnMapping, number: int, language: Language) -> None:
    with st.popover(language.text("meanings.rename"), icon=":material/edit:"):
        name = st.text_input(language.text("meanings.name"), value=mapping.name, key=f"mapping_new_name_{number}")
        if st.button(language.text("meanings.rename"), key=f"mapping_rename_{number}"):
            require("management")
            try:
                rename(store, mapping.name, name.strip())
            except IntakeError as error:
                st.error(escape_markdown(error.message(language.code)), icon=":material/error:")
            else:
                st.rerun()
    st.download_button(
        language.text("meanings.download"),
        as_yaml(mapping),
        f"{mapping.name}.yaml",
        "application/yaml",
        key=f"mapping_download_{number}",
        on_click="ignore",
        icon=":material/download:",
    )
    with st.popover(language.text("meanings.delete"), icon=":material/delete:"):
        st.markdown(language.text("meanings.delete_sure"))
        if st.button(language.text("meanings.delete"), key=f"mapping_delete_{number}"):
            require("management")
            forget(store, mapping.name)
            st.rerun()
