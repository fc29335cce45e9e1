//! Whose text it is: `the ministry’s report`, `a study by the institute`, `the letter`.

use super::resolve::{Query, Resolver};
use crate::lexicon::Class;

impl Resolver<'_> {
    /// Whose name stands before a noun such as `report` or `statement`, or which organisation a noun before it means.
    pub(super) fn author(&self, query: &Query<'_>) -> Option<usize> {
        let article = self.cast.article;
        let mention = &article.mentions[query.mention];
        if !mention.head_is(article.tokens, Class::DOCUMENT | Class::NOUN_CUE)
            || mention.head_is(article.tokens, Class::COLLECTIVE)
        {
            return None;
        }
        let inner = article.inner_names.partition_point(|inner| inner.mention < query.mention);
        let named = article
            .inner_names
            .get(inner)
            .filter(|inner| inner.mention == query.mention && inner.name.core.end <= mention.head);
        if named.is_some() {
            return self.cast.of_inner_name[inner];
        }
        let collective = (mention.tokens.start..mention.head).find(|&at| self.cast.token(at).is(Class::COLLECTIVE))?;
        self.organization_called(query, collective)
    }
}
